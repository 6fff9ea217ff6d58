/**
 * The merchant: who runs this house, from one settings record. Another merchant changes the record, never the code.
 * Keeps: controller.named-everywhere (promise 0-a).
 */
export { asController, controller, controllerShape, settings, type Controller } from './controller.ts'
export { sampleController } from './sample-controller.ts'
export { saveController } from './save-controller.ts'
export { signature } from './signature.ts'
