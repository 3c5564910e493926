namespace Gatehouse.DemoCloud.Calendars;

/// <summary>What sabre/vobject calls itself in what it writes.</summary>
internal static class Sabre
{
    public const string ProductId = "-//Sabre//Sabre VObject 4.5.6//EN";
}
