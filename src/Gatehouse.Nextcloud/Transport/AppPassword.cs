namespace Gatehouse.Nextcloud.Transport;

/// <summary>A Nextcloud app password. It never appears in a log, a message or a debugger's tooltip.</summary>
public readonly record struct AppPassword
{
    private readonly string? value;

    private AppPassword(string value) => this.value = value;

    /// <summary>Takes over a secret; false when the text is empty or holds control characters.</summary>
    public static bool TryParse(string? text, out AppPassword password)
    {
        var isOne = !string.IsNullOrEmpty(text) && !text.Any(char.IsControl);
        password = isOne ? new(text!) : default;
        return isOne;
    }

    /// <summary>Takes over a secret.</summary>
    /// <exception cref="FormatException">The text is empty or holds control characters.</exception>
    public static AppPassword Parse(string text) =>
        TryParse(text, out var password)
            ? password
            : throw new FormatException("An app password is a non-empty text without control characters.");

    /// <summary>The secret itself: to seal it in a vault or to send it to its cloud, nothing else.</summary>
    public string Reveal() => value ?? throw new InvalidOperationException("There is no app password.");

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";
}
