import type { AnswerPromptOptions, Typed } from './answer-prompt.js';
import { openLineInput } from './line-input.js';
import { typed } from './typed.js';
import { columnsOf } from './window.js';

/** Lines that end the answer and open it in the editor; pasted ones are text. */
const END = '.';
const EDIT = '.e';

type PlainAnswerOptions = Omit<AnswerPromptOptions<never>, 'read' | 'status' | 'ticks'>;

/** As `askAnswer` where nothing may be drawn over: the answer is typed line by line and stays on the screen. */
export function askPlainAnswer({
  terminal,
  text,
  heading,
  plainHelp,
  changed,
  leaving,
  edit,
  now,
}: PlainAnswerOptions): Promise<Typed> {
  const { stdout } = terminal;
  const started = now();
  const print = (lines: readonly string[]) => void stdout.write(`${lines.join('\r\n')}\r\n`);
  let lines = linesOf(typed(text));
  return new Promise((resolve) => {
    const whole = (line: string) => [...lines, ...(line === '' ? [] : [line])].join('\n');
    const end = (type: Typed['type']) => {
      const all = whole(input.take());
      if (type === 'left') leaving();
      stdout.write('\r\n');
      input.stop();
      resolve({ type, text: all, seconds: Math.round((now() - started) / 1000) });
    };
    const editElsewhere = async () => {
      const edited = await edit(whole(input.take()));
      if (edited.type === 'edited') {
        lines = linesOf(typed(edited.text).trimEnd());
        changed(whole(''));
        print(lines);
      }
      if (edited.notice !== null) print([edited.notice]);
    };
    const input = openLineInput(terminal, {
      line: (line, pasted) => {
        if (!pasted && line === END) return end('done');
        if (!pasted && line === EDIT) return void input.lend(editElsewhere);
        lines.push(line);
        changed(whole(''));
      },
      changed: (line) => changed(whole(line)),
      back: () => lines.pop() ?? '',
      command: (type) => {
        if (type === 'editor') return void input.lend(editElsewhere);
        end(type === 'done' ? 'done' : 'left');
      },
    });
    // What is typed before we listen, the terminal itself would write, and we once more.
    print([...heading(columnsOf(stdout) - 1).lines, ...plainHelp, '', ...lines]);
  });
}

/** None of an empty text: what is typed next is the first. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.split('\n');
}
