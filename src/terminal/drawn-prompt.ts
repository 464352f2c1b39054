import stringWidth from 'string-width';
import type { AnswerPromptOptions } from './answer-prompt.js';
import type { EditBuffer, Screen } from './buffer.js';
import { type FrameOptions, frameOf, type PromptHeading, roomFor } from './frame.js';
import { createLayOut } from './layout.js';
import { createPainter } from './painter.js';
import { questionAbove } from './question-above.js';
import { columnsOf, rowsOf } from './window.js';

const SHAPES = {
  unicode: { gutter: '│ ', more: { up: '↑ ', down: '↓ ' } },
  ascii: { gutter: '| ', more: { up: '^ ', down: 'v ' } },
};

/** What is drawn of a prompt. */
export interface PromptState {
  readonly buffer: EditBuffer;
  readonly reading: unknown;
  readonly notice: string | null;
  readonly seconds: number;
}

/** The prompt on the terminal. */
export interface DrawnPrompt {
  readonly drawNow: () => void;
  /** One redraw a turn of the loop, however many keys came in it. */
  readonly draw: () => void;
  /** The cells that the text has. */
  readonly screen: () => Screen;
  /** Draws on an empty window. */
  readonly redraw: () => void;
  readonly resized: () => void;
  /** Takes it off the screen, where another program writes from now on. */
  readonly takeOff: () => void;
  readonly putBack: () => void;
  /** True from {@link takeOff} until it is put back. */
  readonly isOff: () => boolean;
}

/** @param stateNow asked at each drawing */
export function drawnPrompt(options: AnswerPromptOptions<unknown>, stateNow: () => PromptState): DrawnPrompt {
  const { stdout } = options.terminal;
  const layOut = createLayOut();
  const painter = createPainter((output) => void stdout.write(output), stringWidth);
  const above = questionAbove(painter, stdout);
  const contentOf = frameContent(options);
  let top = 0;
  let drawing: NodeJS.Immediate | undefined;
  let off = false;

  const frameOptions = (state: PromptState): FrameOptions => ({ ...contentOf(state), top, layOut });
  const drawNow = () => {
    drawing = undefined;
    if (off) return;
    const state = stateNow();
    const frame = frameOptions(state);
    above.tell(frame);
    const picture = frameOf(state.buffer, frame);
    top = picture.top;
    painter.draw(picture);
  };
  const draw = () => {
    drawing ??= setImmediate(drawNow);
  };
  return {
    drawNow,
    draw,
    screen: () => ({ ...roomFor(frameOptions(stateNow())), layOut }),
    redraw: () => {
      painter.clear();
      above.forget();
      draw();
    },
    resized: () => {
      painter.resized(columnsOf(stdout));
      draw();
    },
    takeOff: () => {
      off = true;
      clearImmediate(drawing);
      drawing = undefined;
      painter.erase();
    },
    putBack: () => {
      off = false;
      above.forget();
      draw();
    },
    isOff: () => off,
  };
}

/** What stands in the frame at the terminal's present size; the heading is made anew only for another width. */
function frameContent({ terminal, heading: headingFor, status }: AnswerPromptOptions<unknown>) {
  const { stdout, unicode } = terminal;
  const shape = unicode ? SHAPES.unicode : SHAPES.ascii;
  let heading: (PromptHeading & { readonly columns: number }) | undefined;
  return ({ buffer, ...shown }: PromptState): Omit<FrameOptions, 'top' | 'layOut'> => {
    // A row that fills the terminal wraps on some of them.
    const columns = Math.max(2, columnsOf(stdout));
    if (heading?.columns !== columns) heading = { columns, ...headingFor(columns - 1) };
    return {
      ...shape,
      heading,
      status: (cursorRow) => status({ ...shown, empty: buffer.text === '', columns: columns - 1, cursorRow }),
      columns,
      rows: rowsOf(stdout),
    };
  };
}
