using System.Text;

namespace Gatehouse.Interop.Tests.Compatibility;

/// <summary>Makes <c>docs/compatibility.md</c> of the rows.</summary>
internal static class MatrixPage
{
    private const string Head = """
        # Compatibility

        Every line below was measured: `./test --clients all --write` drives each client through the same story and writes this page; nobody else does. `./test` drives a light
        part again and `./test --clients all` the whole, and both fail when a cell got worse.

        The story: Gatehouse stands before the demo cloud, with access tokens of six minutes. The client **signs in** (it finds everything by itself, registers, a person
        consents and signs in at the cloud), **lists the tools**, **calls** one, the access token runs out and the client **refreshes** it without the person, **calls again**;
        then its connection is **revoked**, the person is asked to sign in anew, and a call goes through afterwards.

        **yes** the step passed · **no** the client itself cannot do it, and the run saw its fault (see the note) · **–** the step was not done

        """;

    private static readonly (Step Step, string Title)[] columns =
    [
        (Step.SignIn, "signs in"),
        (Step.ListTools, "lists tools"),
        (Step.Call, "calls"),
        (Step.Refresh, "refreshes"),
        (Step.CallAgain, "calls again"),
        (Step.SignInAnew, "revoked: signs in anew"),
    ];

    public static string Render(IReadOnlyList<MatrixRow> rows, IReadOnlyList<ProviderRun> runs)
    {
        var page = new StringBuilder(Head);
        var notes = new List<string>();
        Section(page, "Real clients", "The client's own code ran.", Of(rows, ClientKind.Real), notes);
        Section(
            page,
            "Replayed clients",
            "These cannot run on a build machine. What they are known to send was replayed, from a description with its source; that is weaker than the above.",
            Of(rows, ClientKind.Replayed),
            notes
        );
        ProviderSection.Render(page, runs);
        if (notes.Count > 0)
        {
            page.Append("\n## Notes\n\n");
            page.AppendJoin('\n', notes.Select((note, index) => $"{index + 1}. {note}")).Append('\n');
        }

        return page.ToString();
    }

    private static List<MatrixRow> Of(IReadOnlyList<MatrixRow> rows, ClientKind kind) =>
        [.. rows.Where(row => row.Client.Kind == kind)];

    private static void Section(
        StringBuilder page,
        string title,
        string about,
        List<MatrixRow> rows,
        List<string> notes
    )
    {
        if (rows.Count == 0)
        {
            return;
        }

        page.Append($"\n## {title}\n\n{about}\n\n");
        page.Append($"| client | version | {string.Join(" | ", columns.Select(column => column.Title))} | run |\n");
        page.Append($"| --- | --- | {string.Join(" | ", columns.Select(_ => "---"))} | --- |\n");
        foreach (var row in rows)
        {
            var cells = columns.Select(column => Words(row, column.Step, notes));
            page.Append(
                $"| {row.Client.Name} | {row.Client.Version} | {string.Join(" | ", cells)} | {row.Date}, {row.Commit} |\n"
            );
        }

        page.Append($"\n### {title}: what was done\n");
        foreach (var row in rows)
        {
            page.Append($"\n**{row.Client.Name} {row.Client.Version}**: {row.Client.Driven}\n\n");
            foreach (var (step, name) in columns)
            {
                if (row.Steps.TryGetValue(step, out var cell))
                {
                    page.Append($"- {name}: {cell.Evidence}\n");
                }
            }
        }
    }

    private static string Words(MatrixRow row, Step step, List<string> notes)
    {
        if (!row.Steps.TryGetValue(step, out var cell))
        {
            return "–";
        }

        if (cell.Result == StepResult.Passed)
        {
            return "yes";
        }

        notes.Add($"{row.Client.Name} {row.Client.Version}, {Title(step)}: {cell.Evidence}");
        return $"no ({notes.Count})";
    }

    private static string Title(Step step) => columns.First(column => column.Step == step).Title;
}
