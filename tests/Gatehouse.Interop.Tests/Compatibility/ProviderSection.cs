using System.Text;

namespace Gatehouse.Interop.Tests.Compatibility;

/// <summary>The part of <c>docs/compatibility.md</c> about identity providers.</summary>
internal static class ProviderSection
{
    private const string Head = """

        ## Identity providers

        The same Gatehouse, where people sign in at an identity provider and link their account at the demo cloud once, on the way. Clients of different habits go through the story up to the
        second call: **yes** when all of it passed (sign in, list, call, refresh, call again), **no** otherwise. At the simulated ones each run also saw that the provider got a code challenge and
        no `resource` of the client's, and was asked for nothing when a client refreshed.

        """;

    public static void Render(StringBuilder page, IReadOnlyList<ProviderRun> runs)
    {
        if (runs.Count == 0)
        {
            return;
        }

        page.Append(Head);
        Table(page, "Real providers", "Somebody else's code ran.", Of(runs, ProviderKind.Real));
        Table(
            page,
            "Simulated providers",
            "No tenant of these is reachable from a build machine. A simulation stood in their place, made after their documents, sources and users, nine of them held to contract vectors; that is weaker than the above.",
            Of(runs, ProviderKind.Simulated)
        );
    }

    private static List<ProviderRun> Of(IReadOnlyList<ProviderRun> runs, ProviderKind kind) =>
        [.. runs.Where(run => run.Provider.Kind == kind)];

    private static void Table(StringBuilder page, string title, string about, List<ProviderRun> runs)
    {
        if (runs.Count == 0)
        {
            return;
        }

        var clients = runs.Select(run => run.Client).Distinct().Order(StringComparer.OrdinalIgnoreCase).ToList();
        page.Append($"\n### {title}\n\n{about}\n\n");
        page.Append($"| provider | {string.Join(" | ", clients)} | run |\n");
        page.Append($"| --- | {string.Join(" | ", clients.Select(_ => "---"))} | --- |\n");
        foreach (var provider in runs.GroupBy(run => run.Provider.Name))
        {
            var cells = clients.Select(client =>
                provider.FirstOrDefault(run => run.Client == client) switch
                {
                    null => "–",
                    { Passed: true } => "yes",
                    _ => "no",
                }
            );
            var newest = provider.OrderByDescending(run => run.Date, StringComparer.Ordinal).First();
            page.Append($"| {provider.Key} | {string.Join(" | ", cells)} | {newest.Date}, {newest.Commit} |\n");
        }

        page.Append($"\n#### {title}: what was asked of them\n\n");
        foreach (var provider in runs.GroupBy(run => run.Provider.Name))
        {
            var first = provider.First();
            page.Append(
                $"- **{provider.Key}**: {first.Provider.Driven} Sign-in: {first.Steps[Step.SignIn].Evidence}\n"
            );
        }
    }
}
