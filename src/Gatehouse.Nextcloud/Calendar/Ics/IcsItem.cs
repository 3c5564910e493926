namespace Gatehouse.Nextcloud.Calendar.Ics;

/// <summary>What stands in a component: a property or another component, in their order.</summary>
internal abstract class IcsItem
{
    /// <summary>The name in capitals, e.g. <c>SUMMARY</c> or <c>VEVENT</c>.</summary>
    public abstract string Name { get; }
}
