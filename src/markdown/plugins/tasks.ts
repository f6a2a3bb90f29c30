import { defineHastPlugin } from 'satteri';

/** Names the boxes of a list of tasks, which has no signs beside them. */
export const tasks = defineHastPlugin({
  name: 'tasks',
  element: {
    filter: ['input'],
    visit(node, context) {
      context.setProperty(node, 'ariaLabel', node.properties['checked'] ? 'Done' : 'To do');
    },
  },
});
