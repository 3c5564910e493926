namespace Gatehouse.Stdio;

/// <summary>A login that <c>gatehouse login</c> keeps.</summary>
/// <param name="Cloud">The Nextcloud.</param>
/// <param name="LoginName">What goes into Basic.</param>
/// <param name="AppPassword">The secret.</param>
internal sealed record StoredLogin(string Cloud, string LoginName, string AppPassword)
{
    public override string ToString() => $"{LoginName} at {Cloud}";
}
