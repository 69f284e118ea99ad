/** The control's activity: does nothing, and says so when the timer of a workflow has fired. */
export function controlActivities(fired: (name: string) => void) {
  return {
    async work({ name }: { readonly name?: string }): Promise<void> {
      if (name !== undefined) fired(name);
    },
  };
}

export type ControlActivities = ReturnType<typeof controlActivities>;
