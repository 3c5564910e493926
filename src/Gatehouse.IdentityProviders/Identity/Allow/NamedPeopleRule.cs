namespace Gatehouse.IdentityProviders.Identity.Allow;

/// <summary>The person is one of those named by their stable name at the provider, which no other account ever gets.</summary>
internal static class NamedPeopleRule
{
    public static AllowRefusal? Check(ICollection<string> allowed, Visitor visitor) =>
        allowed.Contains(visitor.Person.Subject)
            ? null
            : new AllowRefusal("subjects", "It lets in only people it knows by name, and the account is none of them.");
}
