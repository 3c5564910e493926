using Gatehouse.Nextcloud.Calendar.Ics;

namespace Gatehouse.Nextcloud.Calendar.Events;

/// <summary>One thing out of an imported file, as the object it becomes.</summary>
internal sealed record ImportedThing(string ObjectName, string Title, IcsComponent Calendar);
