namespace Gatehouse.Nextcloud.Transport;

/// <summary>
/// Names one version of one stored credential, e.g. <c>7f3a:2</c>. Chosen by whoever keeps the credential. A 401 touches only the version
/// that was sent, so a newer app password of the same person is never blamed for an older one.
/// </summary>
public readonly record struct CredentialVersion
{
    private readonly string? value;

    private CredentialVersion(string value) => this.value = value;

    /// <summary>Takes over a name; it is not a secret and appears in logs.</summary>
    /// <exception cref="FormatException">The text is empty or holds control characters.</exception>
    public static CredentialVersion Parse(string text) =>
        !string.IsNullOrEmpty(text) && !text.Any(char.IsControl)
            ? new(text)
            : throw new FormatException("A credential version is a non-empty text without control characters.");

    /// <inheritdoc/>
    public override string ToString() => value ?? "";
}
