using System.CommandLine;
using Gatehouse.IdentityProviders.Doctor;
using Microsoft.Extensions.Options;

namespace Gatehouse.Verbs;

/// <summary><c>gatehouse doctor</c>: looks at what is around before anything is configured. Exit code 0 when it can be used, 1 when not, 2 for what the operator wrote.</summary>
internal static class DoctorVerb
{
    private const int Usable = 0;
    private const int Unusable = 1;

    private static readonly Argument<string> Issuer = new("ISSUER")
    {
        Description = "Its issuer, such as https://id.example.com/realms/staff",
    };

    private static readonly Option<string> Preset = new("--preset")
    {
        Description = "Which provider it is, such as keycloak, where the issuer does not show it",
        HelpName = "SLUG",
    };

    private static readonly Option<string> ClientId = new("--client-id")
    {
        Description = "What the provider calls this server, for the configuration that is printed",
        HelpName = "ID",
    };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object in the place of text" };

    public static Command Command()
    {
        var provider = new Command("idp", "Look at an identity provider: what fits, what is missing, what to configure")
        {
            Issuer,
            Preset,
            ClientId,
            ServingOptions.PublicUrl,
            Json,
        };
        provider.SetAction(LookAsync);
        return new Command("doctor", "Look at what is around and say what fits") { provider };
    }

    private static async Task<int> LookAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = new DoctorRequest(parsed.GetValue(Issuer)!)
        {
            Preset = parsed.GetValue(Preset),
            ClientId = parsed.GetValue(ClientId),
            PublicUrl = parsed.GetValue(ServingOptions.PublicUrl),
        };
        var problems = IdentityProviderDoctor.Problems(request);
        if (problems.Count > 0)
        {
            throw new OptionsValidationException("", typeof(DoctorRequest), problems);
        }

        using var doctor = new IdentityProviderDoctor(TimeProvider.System);
        var report = await doctor.ExamineAsync(request, cancellationToken);
        await Console.Out.WriteLineAsync(
            parsed.GetValue(Json) ? DoctorJson.Of(report) : DoctorText.Of(report).TrimEnd('\n')
        );
        return report.IsUsable ? Usable : Unusable;
    }
}
