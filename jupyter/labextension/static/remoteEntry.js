// The course's own extension of JupyterLab and Notebook: a style sheet, and two small services to the course's notebooks.
// It is loaded as it stands, without a build: JupyterLab asks a container (init, get) for the module "./extension".
(() => {
  const NAME = "neural-networks-from-numpy";

  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = new URL("page.css", document.currentScript.src).href;
  document.head.appendChild(style);

  // Only notebooks that use the course's package get its page; a learner's other notebooks look as they always did.
  const belongsToCourse = (notebook) =>
    [...notebook.sharedModel.cells].some((cell) => cell.cell_type === "code" && /\bhelpers\b/.test(cell.getSource()));

  async function onNotebook(_tracker, panel) {
    await panel.context.ready;
    const model = panel.context.model;
    if (!belongsToCourse(model)) return;
    panel.content.addClass("helpers-page");
    // As soon as the kernel answers, its exact version of Python is noted in the notebook, which then counts as changed
    // before anyone has touched it. That alone is nothing to save.
    model.metadataChanged.connect((_, change) => {
      if (change.key === "language_info" && !model.dirty) queueMicrotask(() => (model.dirty = false));
    });
  }

  let shared = {}; // the modules that JupyterLab shares with its extensions: {name: {version: {get}}}

  async function extension() {
    const [notebook] = Object.values(shared["@jupyterlab/notebook"] ?? {});
    const tokens = notebook ? (await notebook.get())() : {};
    const plugin = {
      id: `${NAME}:page`,
      autoStart: true,
      optional: tokens.INotebookTracker ? [tokens.INotebookTracker] : [],
      activate: (_app, tracker) => {
        tracker?.forEach((panel) => onNotebook(tracker, panel));
        tracker?.widgetAdded.connect(onNotebook);
      },
    };
    return () => ({ __esModule: true, default: plugin });
  }

  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB[NAME] = {
    init: (scope) => {
      shared = scope;
    },
    get: extension,
  };
})();
