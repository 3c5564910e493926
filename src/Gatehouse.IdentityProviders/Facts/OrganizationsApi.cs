namespace Gatehouse.IdentityProviders.Facts;

/// <summary>An API that lists the organisations of the person.</summary>
/// <param name="Address">A template.</param>
/// <param name="Member">The member of each entry that names it.</param>
/// <param name="Scope">The scope it needs.</param>
public sealed record OrganizationsApi(string Address, string Member, string Scope);
