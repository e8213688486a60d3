// agentscript makes a canvas for its colours as it loads, though a model without a view never draws on it.

globalThis.OffscreenCanvas ??= class {
    getContext() {
        return {};
    }
};
