${hello?replace("{name}", name)}

${title}.
${lead}

<#list facts as fact>
${fact.label}: ${fact.value}
</#list>

${doLabel}:
${doLink}

${note}

${questions?replace("{phone}", phone)}

${office}
