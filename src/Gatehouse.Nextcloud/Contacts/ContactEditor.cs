using System.Collections.Immutable;
using System.Globalization;
using Gatehouse.Nextcloud.Contacts.VCards;

namespace Gatehouse.Nextcloud.Contacts;

/// <summary>Writes a change into a card. Lines that say the same afterwards keep their bytes.</summary>
internal static class ContactEditor
{
    public static void Apply(VCard card, ContactChange change, TimeProvider time)
    {
        ContactBounds.Check(change);
        Name(card, change);
        Text(card, "TITLE", change.Title);
        Text(card, "NOTE", change.Note);
        Parts(card, "ORG", change.Organization, ';');
        Parts(card, "NICKNAME", change.Nickname, ',');
        if (change.Birthday is { } birthday)
            ContactBirthday.Write(card, birthday);
        if (change.Groups is { } groups)
            Groups(card, groups);
        ContactPoints.Write(card, "EMAIL", change.Emails);
        ContactPoints.Write(card, "TEL", change.Phones);
        ContactPoints.Write(card, "URL", change.Urls);
        ContactAddresses.Write(card, change.Addresses);
        if (change.Photo is { } photo)
            Photo(card, photo);
        if (card.First("REV") is { } revision)
            card.SetValue(revision, time.GetUtcNow().ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
    }

    private static void Name(VCard card, ContactChange change)
    {
        var isNew = card.First("FN") is null;
        if (change.Name is { Length: > 0 } name)
            Text(card, "FN", name);
        else if (isNew)
            Text(card, "FN", WholeOf(change) ?? throw new FormatException("A contact needs a name."));

        if (change.FirstName is null && change.LastName is null && !isNew)
            return;

        var line = card.First("N");
        var parts = VCardText.Split(line?.Value ?? ";;;;", ';').ToList();
        while (parts.Count < 5)
            parts.Add("");
        parts[0] = change.LastName ?? (isNew && change.FirstName is null ? LastOf(change.Name ?? "") : parts[0]);
        parts[1] = change.FirstName ?? (isNew && change.LastName is null ? FirstOf(change.Name ?? "") : parts[1]);
        card.Set("N", VCardText.Join(parts, ';'));
    }

    private static string? WholeOf(ContactChange change)
    {
        var whole = string.Join(' ', new[] { change.FirstName, change.LastName }.Where(p => !string.IsNullOrEmpty(p)));
        return whole.Length > 0 ? whole
            : string.IsNullOrEmpty(change.Organization) ? change.Emails?.FirstOrDefault()?.Value
            : change.Organization;
    }

    private static string LastOf(string name) => name.Trim().Split(' ')[^1];

    private static string FirstOf(string name) => string.Join(' ', name.Trim().Split(' ')[..^1]);

    private static void Text(VCard card, string name, string? text)
    {
        if (text is not null && (card.First(name) is not { } line || VCardText.Unescape(line.Value) != text))
            card.Set(name, VCardText.Escape(text));
    }

    private static void Parts(VCard card, string name, string? text, char separator)
    {
        if (text is null)
            return;

        var parts = text.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var now = VCardText
            .Split(card.First(name)?.Value ?? "", separator)
            .Select(p => p.Trim())
            .Where(p => p.Length > 0);
        if (!now.SequenceEqual(parts, StringComparer.Ordinal))
            card.Set(name, VCardText.Join(parts, separator));
    }

    private static void Groups(VCard card, ImmutableArray<string> groups)
    {
        var wanted = groups.Select(g => g.Trim()).Where(g => g.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (ContactReader.GroupsOf(card).SequenceEqual(wanted, StringComparer.Ordinal))
            return;

        foreach (var further in card.All("CATEGORIES").Skip(1).ToList())
            card.Remove(further);
        card.Set("CATEGORIES", VCardText.Join(wanted, ','));
    }

    private static void Photo(VCard card, ContactPhoto photo)
    {
        card.Set("PHOTO", value: null);
        if (photo.Bytes.IsEmpty)
            return;

        var data = Convert.ToBase64String(photo.Bytes.Span);
        if (card.IsVersion4)
            card.Add("PHOTO", $"data:{photo.ContentType};base64,{data}");
        else
            card.Add("PHOTO", data, "ENCODING=b", $"TYPE={photo.ContentType.Split('/')[^1].ToUpperInvariant()}");
    }
}
