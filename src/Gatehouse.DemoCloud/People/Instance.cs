namespace Gatehouse.DemoCloud.People;

/// <summary>The instance id (<c>oc</c> and ten letters): name of the session cookie and end of every OC-FileId.</summary>
internal sealed record Instance(string Id);
