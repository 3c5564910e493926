namespace Gatehouse.AspNetCore.PersonalTokens;

/// <summary>What the page shows that shows a token.</summary>
public sealed record TokenPageModel(string Name, string Token, int Days, string Resource)
{
    /// <summary>Never the token.</summary>
    public override string ToString() => $"TokenPageModel {Name} ***";
}
