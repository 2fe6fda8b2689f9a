/**
 * Types of the world that pages run in: wx, Page, Component and their events. Read by miniprogram/tsconfig.json and by
 * DevTools' editor. Types of our own belong beside the code that they describe.
 */
/// <reference types="miniprogram-api-typings" />
