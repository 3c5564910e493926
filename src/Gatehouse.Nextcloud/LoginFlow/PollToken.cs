namespace Gatehouse.Nextcloud.LoginFlow;

/// <summary>The secret a Login Flow is polled with: whoever has it gets the app password once somebody grants.</summary>
public readonly record struct PollToken
{
    private readonly string? value;

    private PollToken(string value) => this.value = value;

    /// <summary>Takes over a secret.</summary>
    /// <exception cref="FormatException">The text is empty or holds control characters.</exception>
    public static PollToken Parse(string text) =>
        !string.IsNullOrEmpty(text) && !text.Any(char.IsControl)
            ? new(text)
            : throw new FormatException("A poll token is a non-empty text without control characters.");

    /// <summary>The secret itself: to seal it or to send it to its cloud, nothing else.</summary>
    public string Reveal() => value ?? throw new InvalidOperationException("There is no poll token.");

    /// <summary>Always <c>***</c>.</summary>
    public override string ToString() => "***";
}
