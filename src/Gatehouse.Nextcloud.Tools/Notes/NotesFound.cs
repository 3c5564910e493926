using System.ComponentModel;

namespace Gatehouse.Nextcloud.Tools.Notes;

/// <summary>What a search found.</summary>
internal sealed record NotesFound(
    IReadOnlyList<NoteFound> Notes,
    [property: Description("True when there may be more than these; use other words or a larger limit.")]
        bool MayHaveMore
);
