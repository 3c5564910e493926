namespace Gatehouse.Nextcloud.Mail;

/// <summary>Flags that are to be set or taken.</summary>
internal sealed record FlagsWrite(IReadOnlyDictionary<string, bool> Flags);
