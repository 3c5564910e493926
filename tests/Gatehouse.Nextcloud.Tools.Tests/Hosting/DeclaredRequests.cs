using Gatehouse.Testing.Recordings;

namespace Gatehouse.Nextcloud.Tools.Tests.Hosting;

/// <summary>Holds what a tool sent against what it declares (<see cref="Gatehouse.Nextcloud.Tools.Apps.UpstreamAttribute"/>).</summary>
internal static class DeclaredRequests
{
    private static readonly string[] factsOfPeople =
    [
        "GET /ocs/v2.php/cloud/capabilities",
        "GET /ocs/v2.php/core/navigation/apps",
    ];

    /// <summary>Is it asked about every person, for all tools?</summary>
    public static bool IsFact(SentRequest request) =>
        Array.Exists(factsOfPeople, fact => RequestTemplate.Fits(fact, request.Method, request.Path));

    /// <summary>Compares.</summary>
    /// <param name="host">Knows the tool.</param>
    /// <param name="tool">The tool that was called.</param>
    /// <param name="sent">What one call of it sent.</param>
    /// <param name="alsoSent">What may be sent besides, as often as it likes.</param>
    public static void Check(
        McpHost host,
        string tool,
        IReadOnlyCollection<SentRequest> sent,
        IReadOnlyList<string> alsoSent
    )
    {
        var declared = host.UpstreamOf(tool);
        var routes = sent.Select(request =>
            (
                Request: request,
                Route: declared
                    .FirstOrDefault(one => RequestTemplate.Fits(one.Request, request.Method, request.Path))
                    ?.Request
                    ?? factsOfPeople
                        .Concat(alsoSent)
                        .FirstOrDefault(one => RequestTemplate.Fits(one, request.Method, request.Path))
            )
        );
        foreach (var group in routes.GroupBy(one => one.Route, one => one.Request))
        {
            Assert.True(group.Key is not null, $"'{tool}' sends what it does not declare: {string.Join(", ", group)}");
            var most =
                declared.FirstOrDefault(one => one.Request == group.Key)?.Most
                ?? (alsoSent.Contains(group.Key) ? int.MaxValue : 1);
            Assert.True(
                group.Count() <= most,
                $"'{tool}' sends '{group.Key}' {group.Count()} times, declared is {most}"
            );
        }
    }
}
