namespace Gatehouse.Nextcloud.Deck;

/// <summary>A change of a card: what is null stays as it is.</summary>
public sealed record CardChange
{
    /// <summary>A new title.</summary>
    public string? Title { get; init; }

    /// <summary>A new text, whole.</summary>
    public string? Description { get; init; }

    /// <summary>A new due date.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Take the due date away.</summary>
    public bool NoDue { get; init; }

    /// <summary>When it was done.</summary>
    public DateTimeOffset? Done { get; init; }

    /// <summary>Take the done mark away.</summary>
    public bool NotDone { get; init; }

    /// <summary>Put it away or take it back.</summary>
    public bool? IsArchived { get; init; }

    /// <summary>Move it to this list, of this or another board. Deck carries labels over by their titles.</summary>
    public long? StackId { get; init; }

    /// <summary>Its place in the list, 0 at the top.</summary>
    public int? Position { get; init; }

    /// <summary>The ids of all labels it shall have.</summary>
    public IReadOnlyCollection<long>? Labels { get; init; }

    /// <summary>The user ids of all people who shall be assigned; groups and teams stay.</summary>
    public IReadOnlyCollection<string>? Assignees { get; init; }

    /// <summary>Something of what one PUT writes.</summary>
    internal bool ChangesContent =>
        Title is not null || Description is not null || Due is not null || NoDue || Done is not null || NotDone;
}
