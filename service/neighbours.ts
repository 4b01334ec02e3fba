export { factsOf, KnownReports, type Facts, type Neighbours } from '../rules/index.ts';
