<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis minScale="1e+08" styleCategories="Symbology|Rendering" version="3.22.16-Białowieża" hasScaleBasedVisibilityFlag="0" maxScale="0">
  <pipe-data-defined-properties>
    <Option type="Map">
      <Option value="" type="QString" name="name"/>
      <Option name="properties"/>
      <Option value="collection" type="QString" name="type"/>
    </Option>
  </pipe-data-defined-properties>
  <pipe>
    <provider>
      <resampling enabled="false" zoomedOutResamplingMethod="nearestNeighbour" zoomedInResamplingMethod="nearestNeighbour" maxOversampling="2"/>
    </provider>
    <rasterrenderer opacity="1" classificationMax="10" alphaBand="-1" nodataColor="" band="1" type="singlebandpseudocolor" classificationMin="-10">
      <minMaxOrigin>
        <limits>None</limits>
        <extent>WholeRaster</extent>
        <statAccuracy>Estimated</statAccuracy>
        <cumulativeCutLower>0.02</cumulativeCutLower>
        <cumulativeCutUpper>0.98</cumulativeCutUpper>
        <stdDevFactor>2</stdDevFactor>
      </minMaxOrigin>
      <rastershader>
        <colorrampshader clip="0" maximumValue="10" colorRampType="INTERPOLATED" classificationMode="1" minimumValue="-10" labelPrecision="6">
          <item color="#a50026" value="-10" alpha="255" label="-10"/>
          <item color="#d73027" value="-8" alpha="255" label="-8"/>
          <item color="#f46d43" value="-6" alpha="255" label="-6"/>
          <item color="#fdae61" value="-4" alpha="255" label="-4"/>
          <item color="#fee090" value="-2" alpha="255" label="-2"/>
          <item color="#ffffbf" value="0" alpha="255" label="0"/>
          <item color="#e0f3f8" value="2" alpha="255" label="2"/>
          <item color="#abd9e9" value="4" alpha="255" label="4"/>
          <item color="#74add1" value="6" alpha="255" label="6"/>
          <item color="#4575b4" value="8" alpha="255" label="8"/>
          <item color="#313695" value="10" alpha="255" label="10"/>
          <rampLegendSettings orientation="2" useContinuousLegend="1" minimumLabel="" direction="0" suffix="" maximumLabel="" prefix="">
            <numericFormat id="basic">
              <Option type="Map">
                <Option value="" type="QChar" name="decimal_separator"/>
                <Option value="6" type="int" name="decimals"/>
                <Option value="0" type="int" name="rounding_type"/>
                <Option value="false" type="bool" name="show_plus"/>
                <Option value="true" type="bool" name="show_thousand_separator"/>
                <Option value="false" type="bool" name="show_trailing_zeros"/>
                <Option value="" type="QChar" name="thousand_separator"/>
              </Option>
            </numericFormat>
          </rampLegendSettings>
        </colorrampshader>
      </rastershader>
    </rasterrenderer>
    <brightnesscontrast gamma="1" brightness="0" contrast="0"/>
    <huesaturation colorizeOn="0" invertColors="0" colorizeRed="255" colorizeBlue="128" grayscaleMode="0" saturation="0" colorizeStrength="100" colorizeGreen="128"/>
    <rasterresampler maxOversampling="2"/>
    <resamplingStage>resamplingFilter</resamplingStage>
  </pipe>
  <blendMode>0</blendMode>
</qgis>
