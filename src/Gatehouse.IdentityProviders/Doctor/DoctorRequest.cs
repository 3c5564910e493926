namespace Gatehouse.IdentityProviders.Doctor;

/// <summary>What the doctor is asked to look at.</summary>
/// <param name="Issuer">The issuer, as an operator would configure it.</param>
public sealed record DoctorRequest(string Issuer)
{
    /// <summary>The address in examples.</summary>
    internal const string ExampleUrl = "https://mcp.example.com";

    /// <summary>The preset to look with; recognised by the issuer when null.</summary>
    public string? Preset { get; init; }

    /// <summary>What the provider calls this server, for the configuration it prints; a placeholder when null.</summary>
    public string? ClientId { get; init; }

    /// <summary>The public address of this server, for the redirect URI it prints; <see cref="ExampleUrl"/>, and said to be one, when null.</summary>
    public string? PublicUrl { get; init; }
}
