/** WeChat in a browser: the unchanged mini-program source on WeChat's own component engine (glass-easel). */
export { buildBrowserHost, BuildError } from './build/index'
export { serveBrowserHost, type BrowserHostServer } from './server'
