using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.Pages;

/// <summary>The switches of a form's scopes.</summary>
/// <param name="Id">Distinguishes them from others of the page.</param>
/// <param name="Scopes">Which, in order.</param>
/// <param name="On">Those that are on at first.</param>
public sealed record ScopeSwitchesModel(string Id, IReadOnlyList<SupportedScope> Scopes, ScopeSet On)
{
    private const int FewAtMost = 8;

    /// <summary>So few that each can stand there in a whole sentence; of more, people see the titles, and the sentences when they want to.</summary>
    public bool AreFew => Scopes.Count <= FewAtMost;
}
