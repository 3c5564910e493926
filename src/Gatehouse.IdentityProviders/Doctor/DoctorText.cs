using System.Text;

namespace Gatehouse.IdentityProviders.Doctor;

/// <summary>A report for people.</summary>
public static class DoctorText
{
    /// <summary>Lines that end with a line feed.</summary>
    public static string Of(DoctorReport report)
    {
        var text = new StringBuilder();
        text.Append(report.Name).Append(", ").Append(report.Issuer).Append('\n');
        foreach (var finding in report.Findings)
        {
            text.Append("  ").Append(Mark(finding.Level)).Append(' ').Append(finding.Text).Append('\n');
            if (finding.Fix is { } fix)
            {
                text.Append("          ").Append(fix).Append('\n');
            }
        }

        text.Append('\n');
        foreach (var mode in report.Modes)
        {
            text.Append("  ").Append(mode.Fits ? "fits   " : "no     ").Append(' ').Append(mode.Mode).Append(": ");
            text.Append(mode.Reason).Append('\n');
        }

        if (report.RedirectUri is { } redirect)
        {
            text.Append("\nRegister there this redirect URI");
            if (report.RedirectUriIsExample)
            {
                text.Append(", with the address people use for this server in the place of ")
                    .Append(DoctorRequest.ExampleUrl)
                    .Append(", which is an example. With --public-url it is printed as it must be");
            }

            text.Append(":\n\n  ").Append(redirect).Append('\n');
        }

        text.Append("\nWrite into gatehouse.json:\n\n").Append(report.Configuration).Append("\n\n");
        text.Append(report.IsUsable ? "It can be used. " : "It cannot be used like this. ");
        return text.Append("What to click there: ").Append(report.Page).Append('\n').ToString();
    }

    private static string Mark(FindingLevel level) =>
        level switch
        {
            FindingLevel.Good => "ok     ",
            FindingLevel.Note => "note   ",
            _ => "PROBLEM",
        };
}
