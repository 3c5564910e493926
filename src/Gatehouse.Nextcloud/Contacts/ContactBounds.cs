namespace Gatehouse.Nextcloud.Contacts;

/// <summary>How much a card may be given: more than people write, less than a card that no device can sync any more.</summary>
internal static class ContactBounds
{
    private const int MaxText = 1_000;
    private const int MaxNote = 50_000;
    private const int MaxItems = 100;

    /// <summary>Holds a change to the bounds.</summary>
    /// <exception cref="FormatException">Something is too long or too many; the message says what.</exception>
    public static void Check(ContactChange change)
    {
        Text("name", change.Name, MaxText);
        Text("firstName", change.FirstName, MaxText);
        Text("lastName", change.LastName, MaxText);
        Text("nickname", change.Nickname, MaxText);
        Text("organization", change.Organization, MaxText);
        Text("title", change.Title, MaxText);
        Text("note", change.Note, MaxNote);
        Points("emails", change.Emails ?? []);
        Points("phones", change.Phones ?? []);
        Points("urls", change.Urls ?? []);
        Count("groups", change.Groups?.Length ?? 0);
        foreach (var group in change.Groups ?? [])
            Text("groups", group, MaxText);
        Count("addresses", change.Addresses?.Length ?? 0);
        foreach (var address in change.Addresses ?? [])
        {
            foreach (var part in (string?[])[address.Street, address.City, address.Region, address.Country])
                Text("addresses", part, MaxText);
            Text("addresses", address.PostalCode, MaxText);
            Text("addresses", address.Type, MaxText);
        }

        if (change.Photo?.Bytes.Length > ContactPhoto.MaxBytes)
            throw new FormatException($"The picture is too large: at most {ContactPhoto.MaxBytes} bytes.");
    }

    private static void Points(string name, IReadOnlyList<ContactPoint> points)
    {
        Count(name, points.Count);
        foreach (var point in points)
        {
            if (string.IsNullOrWhiteSpace(point.Value))
                throw new FormatException($"'{name}' holds an empty entry.");
            Text(name, point.Value, MaxText);
            Text(name, point.Type, MaxText);
        }
    }

    private static void Text(string name, string? text, int most)
    {
        if (text?.Length > most)
            throw new FormatException($"'{name}' is too long: {text.Length} of at most {most} characters.");
    }

    private static void Count(string name, int count)
    {
        if (count > MaxItems)
            throw new FormatException($"'{name}' are too many: {count} of at most {MaxItems}.");
    }
}
