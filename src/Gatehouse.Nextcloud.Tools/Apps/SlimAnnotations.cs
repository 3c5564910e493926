using ModelContextProtocol.Protocol;

namespace Gatehouse.Nextcloud.Tools.Apps;

/// <summary>
/// Annotations without what the specification takes for granted when nothing is said (2025-11-25, ToolAnnotations): a tool writes, is not idempotent,
/// and whether a reading one destroys or repeats has no meaning. That a tool destroys nothing, or destroys, is always said of one that writes.
/// </summary>
internal static class SlimAnnotations
{
    public static ToolAnnotations Of(ToolAnnotations? annotations) =>
        annotations?.ReadOnlyHint is true
            ? new() { ReadOnlyHint = true, OpenWorldHint = annotations.OpenWorldHint }
            : new()
            {
                DestructiveHint = annotations?.DestructiveHint ?? true,
                IdempotentHint = annotations?.IdempotentHint is true ? true : null,
                OpenWorldHint = annotations?.OpenWorldHint,
            };
}
