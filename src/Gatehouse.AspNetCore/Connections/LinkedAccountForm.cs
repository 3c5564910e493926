namespace Gatehouse.AspNetCore.Connections;

/// <summary>The account a person linked, with the button that undoes it.</summary>
/// <param name="Place">Where the account is, to be read after "at".</param>
/// <param name="Name">What it is called there.</param>
/// <param name="Seal">For the button.</param>
public sealed record LinkedAccountForm(string Place, string Name, string Seal);
