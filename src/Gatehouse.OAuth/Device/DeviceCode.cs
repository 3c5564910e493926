namespace Gatehouse.OAuth.Device;

/// <summary>RFC 8628 §3.2: the secret with which a device asks whether the person has agreed.</summary>
public readonly record struct DeviceCode
{
    /// <summary>RFC 8628 §3.4.</summary>
    internal const string GrantType = "urn:ietf:params:oauth:grant-type:device_code";

    private readonly string text;

    private DeviceCode(string text) => this.text = text;

    /// <summary>The hash that is stored in its place.</summary>
    public TokenHash Hash => TokenHash.Of(text);

    /// <summary>A fresh one of 256 random bits.</summary>
    public static DeviceCode New() => new(RandomText.New());

    /// <summary>Takes what a client sent; any text is possible, only a stored hash makes it real.</summary>
    public static DeviceCode From(string text) => new(text);

    /// <summary>The secret itself, for the one message that carries it.</summary>
    public string Reveal() => text;

    /// <summary>Never the secret.</summary>
    public override string ToString() => "***";
}
