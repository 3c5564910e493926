namespace Gatehouse.DemoCloud.Talk;

/// <summary>What a placeholder in a message stands for.</summary>
/// <param name="Type">user, guest, file, …</param>
/// <param name="Id">Its id there.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Path">Of a file: where its owner has it.</param>
/// <param name="MediaType">Of a file.</param>
internal sealed record MessageObject(
    string Type,
    string Id,
    string Name,
    string? Path = null,
    string? MediaType = null
);
