using System.Text.RegularExpressions;

namespace Gatehouse.Settings;

/// <summary>Variables that begin with <c>GATEHOUSE_</c> and are no settings of a server.</summary>
internal static partial class ForeignVariables
{
    /// <summary>Whether a key at the top of the environment is one.</summary>
    public static bool Has(IConfigurationSection key) =>
        key.Key is "USER" or "APP_PASSWORD" or "APP_PASSWORD_FILE"
        || key.Key.StartsWith("TEST_", StringComparison.Ordinal)
        || ServiceLink().IsMatch($"{key.Key}={key.Value}");

    // What Kubernetes tells every container of a service called gatehouse or gatehouse-something
    // (https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables). Who writes GATEHOUSE_PORT=8931 means something else.
    [GeneratedRegex(
        "^([A-Z0-9_]+_)?(SERVICE_HOST=|SERVICE_PORT(_[A-Z0-9_]+)?=|PORT(_[0-9]+_(TCP|UDP|SCTP))?=(tcp|udp|sctp)://|PORT_[0-9]+_(TCP|UDP|SCTP)_(PROTO|PORT|ADDR)=)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ServiceLink();
}
