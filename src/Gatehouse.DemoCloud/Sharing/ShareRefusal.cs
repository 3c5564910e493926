namespace Gatehouse.DemoCloud.Sharing;

/// <summary>Why something is not shared so.</summary>
internal sealed record ShareRefusal(int Status, string Message)
{
    public static ShareRefusal WrongPath { get; } = new(404, "Wrong path, file/folder does not exist");

    public static ShareRefusal WrongId { get; } = new(404, "Wrong share ID, share does not exist");
}
