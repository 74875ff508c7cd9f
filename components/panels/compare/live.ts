export * from '../image/live'
export { compareShown, isSettled } from './model'
