namespace Gatehouse.Nextcloud.Mail;

/// <summary>Somebody who writes or is written to.</summary>
/// <param name="Email">The address.</param>
/// <param name="Name">The name; null when only the address is known.</param>
public sealed record Correspondent(string Email, string? Name)
{
    /// <summary>As mail programs show it, e.g. <c>Jane Roe &lt;jane@example.com&gt;</c>.</summary>
    public override string ToString() => Name is null ? Email : $"{Name} <{Email}>";
}
