export { CodeCache, cacheFolder } from './code-cache.ts';
export { launch } from './launch.ts';
