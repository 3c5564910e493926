namespace Gatehouse.DemoCloud.Activity;

/// <summary>Something that happened to a file, a calendar or an address book, in one person's stream.</summary>
/// <param name="Id">Its number.</param>
/// <param name="User">Whose stream it is in.</param>
/// <param name="Type">What happened: <see cref="ActivityWords"/>.</param>
/// <param name="FileId">Of the file.</param>
/// <param name="Path">Where the file was.</param>
/// <param name="Time">When.</param>
/// <param name="With">The other person or group it is about.</param>
/// <param name="Thing">The calendar or address book it is about; then there is no file.</param>
internal sealed record ActivityRow(
    long Id,
    string User,
    string Type,
    long FileId,
    string Path,
    DateTimeOffset Time,
    string? With = null,
    DavThing? Thing = null
);
