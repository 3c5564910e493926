using Gatehouse.OAuth;

namespace Gatehouse.AspNetCore.StepUp;

/// <summary>Says what an MCP request needs. Registered by whoever hosts the tools; without it nobody is asked to step up.</summary>
/// <param name="method">The JSON-RPC method: <c>tools/call</c>, <c>prompts/get</c> or <c>resources/read</c>.</param>
/// <param name="name">The tool or prompt, or the address of the resource.</param>
/// <returns>The scopes, all of which it needs; none when it needs none or is not known.</returns>
public delegate IReadOnlyList<Scope> RequiredScope(string method, string name);
