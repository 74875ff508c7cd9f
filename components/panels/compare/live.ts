export * from '../image/live'
export { compareShown, diffCommands } from './comparison'
export { isSettled } from './model'
