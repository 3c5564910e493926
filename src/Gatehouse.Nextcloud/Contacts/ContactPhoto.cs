namespace Gatehouse.Nextcloud.Contacts;

/// <summary>A picture of a contact.</summary>
/// <param name="ContentType">E.g. <c>image/jpeg</c>.</param>
/// <param name="Bytes">The picture.</param>
public sealed record ContactPhoto(string ContentType, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>The largest that is written: Nextcloud keeps pictures inside the card.</summary>
    public const int MaxBytes = 2 * 1024 * 1024;
}
