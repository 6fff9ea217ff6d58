-- The program adds to the counters itself now, in one statement that it keeps planned (decision 68).
drop function statistics.add_visits(date[], text[], text[], integer[]);
